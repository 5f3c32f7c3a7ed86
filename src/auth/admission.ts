import { Injectable } from '@nestjs/common';
import type { Person } from './oidc.js';
import type { Viewer } from './viewer.js';

/** Makes a member of somebody whom a provider of sign-ins vouches for. @throws SignInRefusedError */
export type Admit = (person: Person) => Promise<Viewer>;

/** Who makes members of those who sign in. What changes members names itself when it starts. */
@Injectable()
export class Admission {
  private way: Admit | null = null;

  use(admit: Admit): void {
    this.way = admit;
  }

  /** @throws SignInRefusedError */
  async admit(person: Person): Promise<Viewer> {
    if (!this.way) throw new Error('nobody makes members of those who sign in');
    return await this.way(person);
  }
}
