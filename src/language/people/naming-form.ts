/** What a form of words names: a name or nickname wins alone over a surname or a given name. */
export type FormKind = 'name' | 'nickname' | 'given' | 'company' | 'brand'

export type NamingForm = readonly [text: string, kind: FormKind]
