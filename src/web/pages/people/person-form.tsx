/** A new person, or the name, language and roles of one that is there. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Radio, Select } from 'antd'
import { useEffect } from 'react'
import type { Language, OrganisationView, PersonView, WrittenPerson } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { type Grant, grantsOf, rolesFor } from './grants.ts'
import { organisationsQuery, rolesQuery, useWrite } from './queries.ts'

interface PersonValues {
  name: string
  login?: string
  language: Language
  memberships: Partial<Grant>[]
}

interface PersonFormProps {
  /** Null: a new one. */
  person: PersonView | null
  /** With the password that was made for a new person. */
  onWritten: (told: WrittenPerson) => void
  onClose: () => void
}

export function PersonForm({ person, onWritten, onClose }: PersonFormProps) {
  const { t, language } = useWords()
  const [form] = Form.useForm<PersonValues>()
  const write = useWrite<WrittenPerson | PersonView>((answer) => {
    onClose()
    if ('person' in answer) onWritten(answer)
  })
  const mayManage = useMay('manage-people')
  const mayGrant = useMay('grant-roles')
  const save = (values: PersonValues) => {
    const { memberships, ...account } = values
    const body = { ...(mayManage && account), ...(mayGrant && { memberships }) }
    write.mutate(
      person === null
        ? { path: '/people', body }
        : { path: `/people/${person.id}`, method: 'PATCH', body },
    )
  }
  const initial: PersonValues = {
    name: person?.name ?? '',
    language: person?.language ?? language,
    memberships: person ? grantsOf(person) : [{}],
  }
  return (
    <Modal
      open
      title={person ? `${t('people.edit')} · ${person.name}` : t('people.add')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={620}
    >
      <Form<PersonValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={save}
      >
        {mayGrant ? null : <p className="mute">{t('people.noGrants')}</p>}
        {mayManage ? null : <p className="mute">{t('people.onlyGrants')}</p>}
        <Form.Item
          name="name"
          hidden={!mayManage}
          label={t('people.field.name')}
          rules={[{ required: true, whitespace: true, message: t('people.field.name.need') }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        {person === null ? (
          <Form.Item
            name="login"
            label={t('people.field.login')}
            extra={t('people.field.login.why')}
            rules={[{ required: true, whitespace: true, message: t('people.field.login.need') }]}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        ) : null}
        <LanguageField isHidden={!mayManage} />
        {mayGrant ? <Grants /> : null}
      </Form>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}

function LanguageField({ isHidden }: { isHidden: boolean }) {
  const { t } = useWords()
  const options = [
    { value: 'zh', label: '中文' },
    { value: 'en', label: 'English' },
  ]
  return (
    <Form.Item name="language" hidden={isHidden} label={t('people.field.language')}>
      <Radio.Group options={options} />
    </Form.Item>
  )
}

/** The roles of a person: one line each, an organisation and a role that fits its kind. */
function Grants() {
  const { t } = useWords()
  const organisations = useOrganisations()
  return (
    <fieldset className="grants">
      <legend>{t('people.field.memberships')}</legend>
      <Form.List
        name="memberships"
        rules={[
          {
            validator: async (_, grants: unknown[]) => {
              if (grants.length === 0) throw new Error(t('people.field.memberships.need'))
            },
          },
        ]}
      >
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className="grant">
                <GrantFields at={field.name} organisations={organisations} />
                <button
                  type="button"
                  className="btn"
                  aria-label={t('people.field.membership.remove')}
                  title={t('people.field.membership.remove')}
                  onClick={() => remove(field.name)}
                >
                  ×
                </button>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <button type="button" className="btn" onClick={() => add({})}>
              {t('people.field.membership.add')}
            </button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

interface GrantFieldsProps {
  at: number
  organisations: readonly OrganisationView[]
}

function GrantFields({ at, organisations }: GrantFieldsProps) {
  const { t, say } = useWords()
  const roles = useQuery(rolesQuery).data?.items ?? []
  const chosen = Form.useWatch<string | undefined>(['memberships', at, 'organisation'])
  const fitting = rolesFor(
    roles,
    organisations.find(({ id }) => id === chosen),
  )
  return (
    <>
      <Form.Item
        name={[at, 'organisation']}
        rules={[{ required: true, message: t('people.field.organisation.need') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('people.field.organisation')}
          placeholder={t('people.field.organisation')}
          options={organisations
            .filter(({ id, active }) => active || id === chosen)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name={[at, 'role']}
        rules={[{ required: true, message: t('people.field.role.need') }]}
      >
        <Select
          aria-label={t('people.field.role')}
          placeholder={t('people.field.role')}
          options={fitting.map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
      </Form.Item>
    </>
  )
}

/** All organisations: a choice of some of them would hide the right one. */
function useOrganisations(): OrganisationView[] {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(organisationsQuery)
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return data?.pages.flatMap(({ items }) => items) ?? []
}
