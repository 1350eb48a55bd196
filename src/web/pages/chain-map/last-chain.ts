/** The chain last looked at in this window, so that the tab comes back to it. */
const KEY = 'lianshu.chain'

export function lastChain(): string | null {
  return sessionStorage.getItem(KEY)
}

export function rememberChain(id: string): void {
  sessionStorage.setItem(KEY, id)
}
