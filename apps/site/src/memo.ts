/**
 * Remembers what was made for a key; the key used longest ago is forgotten first. What fails is not remembered: the next
 * one who asks tries again.
 *
 * @param options.max keys remembered
 * @param make is given what the key stands for behind it: that must say nothing that the key does not
 * @example const dayOf = memo({ max: 1000 }, (hour: number) => format(hour));
 */
export function memo<Key, Value, Rest extends readonly unknown[]>(
  { max }: { readonly max: number },
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  const values = new Map<Key, Value>();
  return (key, ...rest) => {
    const known = values.has(key);
    const value = known ? (values.get(key) as Value) : make(key, ...rest);
    if (known) values.delete(key);
    values.set(key, value);
    if (values.size > max) values.delete(values.keys().next().value as Key);
    if (!known && value instanceof Promise) value.catch(() => values.get(key) === value && values.delete(key));
    return value;
  };
}

/** Remembers what was made of an object for as long as the object lives: a state of the register, the facets of a list. */
export function memoOf<Owner extends object, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
  const values = new WeakMap<Owner, { readonly value: Value }>();
  return (owner) => {
    let known = values.get(owner);
    if (!known) {
      known = { value: make(owner) };
      values.set(owner, known);
      if (known.value instanceof Promise) known.value.catch(() => values.delete(owner));
    }
    return known.value;
  };
}
