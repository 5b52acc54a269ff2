import { Expose, Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

export interface VariableDescription {
  /** Of the environment variable. */
  name: string;
  /** As written in the environment, or in words; '' when there is none. */
  default: string;
  meaning: string;
  /** A value that would be accepted. */
  example: string;
  /** Its value is never printed: not in an error, not in a log. */
  secret: boolean;
}

export interface DeclaredVariable extends VariableDescription {
  field: string;
}

type Options = Omit<VariableDescription, 'name' | 'default' | 'secret'> & { default?: string; secret?: boolean };

const declared: DeclaredVariable[] = [];

/** In the order of their declaration. */
export function declaredVariables(): readonly DeclaredVariable[] {
  return declared;
}

/** Binds a field of the configuration to an environment variable and documents it. */
export function Variable(name: string, options: Options): PropertyDecorator {
  return (target, field) => {
    declared.push({ default: '', secret: false, ...options, name, field: String(field) });
    Expose()(target, field);
  };
}

/** Marks where a default is worked out or described in words instead of being a value. */
export function isWritten(value: string): boolean {
  return value !== '' && !value.startsWith('(');
}

/** Refuses the value with `message` ("must …") when the test fails; an absent value is not tested. */
export function Must(message: string, test: (value: string) => boolean): PropertyDecorator {
  return ValidateBy({
    name: message,
    validator: { validate: (value: unknown) => value === undefined || test(value as string), defaultMessage: () => message },
  });
}

/** A whole number in decimal digits, limits included. */
export function Whole(min: number, max: number): PropertyDecorator {
  return (target, field) => {
    Transform(({ value }) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : NaN))(target, field);
    const inside = (value: unknown) => (value as number) >= min && (value as number) <= max;
    Must(`must be a whole number between ${min} and ${max}`, inside)(target, field);
  };
}

export function OneOf(values: readonly string[]): PropertyDecorator {
  return Must(`must be one of ${values.join(', ')}`, (value) => values.includes(value));
}

const SWITCH: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

export function Switch(): PropertyDecorator {
  return (target, field) => {
    Transform(({ value }) => SWITCH[String(value)] ?? value)(target, field);
    Must('must be true or false', (value: unknown) => typeof value === 'boolean')(target, field);
  };
}
