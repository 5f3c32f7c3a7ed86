import { Global, Module } from '@nestjs/common';
import { Tokens } from './tokens.js';

/** Who is calling, and what they may do. */
@Global()
@Module({ providers: [Tokens], exports: [Tokens] })
export class AuthModule {}
