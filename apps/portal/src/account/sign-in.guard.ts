import { Injectable } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { PasswordGuard } from '@platform/identity';
import { invalid } from '@platform-pure/errors';
import type { PortalRequest } from '../web/http.js';

/** passport-local reads the body before any pipe does: a field sent twice arrives as a list. */
@Injectable()
export class SignInGuard extends PasswordGuard {
  override canActivate(context: ExecutionContext): ReturnType<PasswordGuard['canActivate']> {
    const { email, password } = (context.switchToHttp().getRequest<PortalRequest>().body ?? {}) as Record<string, unknown>;
    if (typeof email !== 'string' || typeof password !== 'string') throw invalid('portal.form_malformed');
    return super.canActivate(context);
  }
}
