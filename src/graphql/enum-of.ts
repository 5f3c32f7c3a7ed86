import { registerEnumType } from '@nestjs/graphql';

/** An enum whose values are the program's own words. */
export type EnumOf<T extends string> = { readonly [K in T]: K };

/** The enum as `@Field(() => X)` wants it. A value without a description does not compile. */
export function enumOf<T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
): EnumOf<T> {
  const names = Object.keys(values) as T[];
  const object = Object.fromEntries(names.map((value) => [value, value])) as EnumOf<T>;
  registerEnumType(object, {
    name,
    description,
    valuesMap: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as Record<
      T,
      { description: string }
    >,
  });
  return object;
}
