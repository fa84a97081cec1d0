/** A user, identity or other entity while it is filled. */
export type Target = { [key: string]: unknown };

/** Writes a value where `path` leads, making the objects on the way. */
export function setPath(path: readonly string[]): (target: Target, value: unknown) => void {
  const [first = '', second, third] = path;
  if (second === undefined) {
    return (target, value) => {
      target[first] = value;
    };
  }
  if (third === undefined) {
    return (target, value) => {
      inner(target, first)[second] = value;
    };
  }
  return (target, value) => {
    inner(inner(target, first), second)[third] = value;
  };
}

function inner(target: Target, key: string): Target {
  const found = target[key];
  if (typeof found === 'object' && found !== null) return found as Target;
  const made: Target = {};
  target[key] = made;
  return made;
}
