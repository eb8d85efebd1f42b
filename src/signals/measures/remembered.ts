/** The same function of a list, told once for each list: histories give the same list again while nothing of it changes. */
export function remembered<Item, Value>(of: (list: readonly Item[]) => Value): (list: readonly Item[]) => Value {
  const told = new WeakMap<readonly Item[], { readonly value: Value }>();
  return (list) => {
    const known = told.get(list) ?? { value: of(list) };
    told.set(list, known);
    return known.value;
  };
}
