/** Which department answers what: each is asked for its own, and none for what is another's. */
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { vocabularyQuery } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'
import { type ComposeSearch, partsOf, type Share, sharesIn, sharesText } from './search.ts'

interface SharesProps {
  search: ComposeSearch
  set: (next: { shares: string | undefined }) => void
  departments: readonly { id: string; name: string }[]
}

/** What each chosen department answers, and where; left open it answers all, everywhere. */
export function Shares({ search, set, departments }: SharesProps) {
  const { t, say } = useWords()
  const vocabulary = useQuery(vocabularyQuery).data
  const shares = sharesIn(search)
  const asked = partsOf(search.properties)
  if (shares.length === 0 || asked.length === 0) return null
  const options = asked.map((id) => {
    const property = vocabulary?.properties.find((each) => each.id === id)
    return { value: id, label: property === undefined ? id : say(property.words) }
  })
  const change = (next: Share) =>
    set({
      shares: sharesText(
        shares.map((share) => (share.organisation === next.organisation ? next : share)),
      ),
    })
  return (
    <fieldset className="collection-shares">
      <legend>{t('collection.form.shares')}</legend>
      {shares.map((share) => {
        const { organisation, properties = [], region = '' } = share
        const name = departments.find(({ id }) => id === organisation)?.name ?? organisation
        return (
          <div key={organisation} className="share">
            <span>{name}</span>
            <Select
              mode="multiple"
              aria-label={t('collection.form.share.properties', { name })}
              value={properties}
              placeholder={t('collection.form.share.all')}
              optionFilterProp="label"
              options={options}
              onChange={(value: string[]) => change({ ...share, properties: value })}
            />
            <Input
              key={region}
              aria-label={t('collection.form.share.region', { name })}
              defaultValue={region}
              placeholder={t('collection.form.share.everywhere')}
              maxLength={40}
              onBlur={({ target }) => {
                const said = target.value.trim()
                if (said !== region) change({ ...share, region: said })
              }}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
