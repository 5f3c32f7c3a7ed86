import { ValidateBy, type ValidationOptions } from 'class-validator';

/** That a setting's value is one that `fits`. */
export const Is = (fits: (value: unknown) => boolean, options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: fits.name, validator: { validate: fits } }, options);

/** What people are told of a number that is no whole one within bounds. */
export const whole = (min: number, max: number): { message: string } => ({
  message: `a whole number from ${min} to ${max}`,
});
