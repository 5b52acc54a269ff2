import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { invalid } from '@platform-pure/errors';
import { Strategy } from 'passport-local';
import type { IdentityRow } from './identities.js';
import { SignIn } from './sign-in.js';

/** passport-local over {@link SignIn}; the form's fields are `email` and `password`. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false });
  }

  async validate(request: { ip?: string }, email: string, password: string): Promise<IdentityRow> {
    return this.signIn.execute({ email, password, source: request.ip ?? '' });
  }
}

/** On the sign-in route only: `request.user` is then the person, and `startSession` makes the session. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override handleRequest<T>(error: unknown, user: T | false | null): T {
    if (error) throw error;
    if (!user) throw invalid('identity.sign_in_failed'); // a field was empty
    return user;
  }
}
