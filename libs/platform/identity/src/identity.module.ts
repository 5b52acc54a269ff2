import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { RateLimitModule } from '@platform/rate-limit';
import { AccessTokens } from './access-tokens.js';
import { ChangePassword } from './change-password.js';
import { ChangePerson } from './change-person.js';
import { ChooseOrganization } from './choose-organization.js';
import { EndSessions } from './end-sessions.js';
import { FinishStepUp } from './finish-step-up.js';
import { Identities } from './identities.js';
import { IdentityDb } from './identity-db.js';
import { DEFAULT_IDENTITY_OPTIONS, IDENTITY_OPTIONS } from './identity.options.js';
import type { IdentityOptions } from './identity.options.js';
import { Invitees } from './invitees.js';
import { Memberships } from './memberships.js';
import { IssueAccessToken } from './issue-access-token.js';
import { OpenAccount } from './open-account.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { PasswordCheck } from './password-check.js';
import { PasswordStrategy } from './password.strategy.js';
import { Passwords } from './passwords.js';
import { PersonMail } from './person-mail.js';
import { PgSessionStore } from './pg-session-store.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { RequestSignUp } from './request-sign-up.js';
import { ResetPassword } from './reset-password.js';
import { RevokeAccessToken } from './revoke-access-token.js';
import { SendIdentityMail } from './send-identity-mail.js';
import { SendStepUpCode } from './send-step-up-code.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { StartStepUp } from './start-step-up.js';
import { StepUps } from './step-ups.js';
import { SweepIdentity } from './sweep-identity.js';

const OFFERED: Provider[] = [
  IdentityDb, Identities, Invitees, Memberships, OneTimeTokens, Passwords, PgSessionStore, Sessions, StepUps, PasswordStrategy,
  SignIn, SignOut, ChooseOrganization, ChangePassword, RequestPasswordReset, ResetPassword, StartStepUp, FinishStepUp, SweepIdentity,
  RequestSignUp, OpenAccount, ChangePerson, EndSessions,
  AccessTokens, IssueAccessToken, RevokeAccessToken,
];

@Global()
@Module({})
export class IdentityModule {
  static with(options: Partial<IdentityOptions> = {}): DynamicModule {
    const all = { ...DEFAULT_IDENTITY_OPTIONS, ...options };
    const given = { provide: IDENTITY_OPTIONS, useValue: all };
    const imports = [RateLimitModule.of('identity', all.rateLimitFactor)];
    return { module: IdentityModule, imports, providers: [given, SignInAttempts, PasswordCheck, ...OFFERED], exports: [IDENTITY_OPTIONS, ...OFFERED] };
  }
}

/** Only the worker sends; needs IdentityModule and MailModule. */
@Module({ providers: [PersonMail, SendStepUpCode, SendIdentityMail], exports: [SendIdentityMail] })
export class IdentityMailModule {}
