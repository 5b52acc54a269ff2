export interface SignOffView {
  /** Key of the role's word. */
  readonly role: string;
  /** Null: the box is still empty. */
  readonly name: string | null;
  readonly department: string | null;
  readonly method: string | null;
  readonly at: Date | string | null;
}

interface Act { readonly name: string; readonly department: string | null; readonly method: string; readonly at: Date | string }

/** One box of the form; an act that has not happened leaves it empty. */
export function signOffView(role: string, act: Act | null): SignOffView {
  if (!act) return { role, name: null, department: null, method: null, at: null };
  const { name, department, method, at } = act;
  return { role, name, department, method: `portal.method.${method}`, at };
}
