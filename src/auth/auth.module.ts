import { Global, Module } from '@nestjs/common';
import { Admission } from './admission.js';
import { Tokens } from './tokens.js';

/** Who is calling, and what they may do. */
@Global()
@Module({ providers: [Tokens, Admission], exports: [Tokens, Admission] })
export class AuthModule {}
