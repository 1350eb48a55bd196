/**
 * Moving: an identity decision that comes into force gives facts another place. The rule says where
 * (`IdentityHistory`), and the rows are moved where they are, set by set, however many they are.
 * It is not the projection: no claim is read again.
 */
export { moveFacts } from './move.ts'
