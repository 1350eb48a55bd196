/**
 * How the desk works: by four eyes, where a second person confirms what one person made, or as a
 * desk of one person, whose every export says so.
 * It does not know what is to be confirmed: the modules that ask for it keep their own steps.
 */
export { readDesk, setDeskMode } from './commands.ts'
export { DESK_MODES, type DeskMode, refuseSameEyes } from './rules.ts'
export { type DeskView, deskModeNow } from './store.ts'
export { DESK_MODE_WORDS, ONE_PERSON_STAMP } from './words.ts'
