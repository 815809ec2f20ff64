/** Who did what nobody signed in for: whoever may put files on the bank's machine. */
export const OPERATOR = 'operator'
