import { Expose, Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

const all = (...decorators: readonly PropertyDecorator[]): PropertyDecorator => (target, property) => { for (const decorate of decorators) decorate(target, property); };

/** A field of one text; may be missing. What a person can get wrong about it is for the verb to say. */
export const Line = (max = 500): PropertyDecorator => all(IsOptional(), IsString(), MaxLength(max));

/** A longer text. */
export const Lines = (max = 8000): PropertyDecorator => Line(max);

/** Boxes to tick or fields of the same name: always an array, empty when nothing was sent (a browser sends one value as a bare text). */
export const Many = (count = 500, max = 200): PropertyDecorator => all(
  Expose(), // a field that was not sent is transformed too
  Transform(({ value }: { value: unknown }) => value === undefined ? [] : [value].flat(), { toClassOnly: true }),
  IsArray(), ArrayMaxSize(count), IsString({ each: true }), MaxLength(max, { each: true }),
);
