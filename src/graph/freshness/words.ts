/** Somebody settled it, or what differed was withdrawn for another reason. */
export const differsNoMore = () => ({
  reason: '已没有与此不同的读数：请刷新',
  reasonEn: 'no reading differs from this one any more: read the page again',
})
