import { ValidationPipe } from '@nestjs/common';
import { invalid } from '@platform-pure/errors';

/**
 * A form's shape: every field a text of bounded length, nothing else gets in. What is checked here no browser sends wrong; what a person
 * can get wrong is checked by the verbs.
 */
export const formPipe = (): ValidationPipe => new ValidationPipe({
  transform: true, whitelist: true, validationError: { target: false, value: false },
  exceptionFactory: () => invalid('portal.form_malformed'),
});
