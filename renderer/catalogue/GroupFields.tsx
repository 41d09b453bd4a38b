/** What a product is grouped by: category and brand, made on the spot where they are missing, and tags. */
import { SimpleGrid, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PickOrMake } from '../ui/PickOrMake.tsx';

interface Grouped {
  readonly categoryId: string | null;
  readonly brandId: string | null;
  readonly tags: string[];
}

export interface GroupFieldsProps extends Grouped {
  tagsError: string | undefined;
  onChange: (patch: Partial<Grouped>) => void;
}

export function GroupFields({ categoryId, brandId, tags, tagsError, onChange }: GroupFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const groups = useTill(api.catalogue.groups, {}).data;
  const category = useIntention(api.catalogue.saveCategory);
  const brand = useIntention(api.catalogue.saveBrand);
  const makeCategory = async (name: string) => {
    const answer = await category.send({ categoryId: null, name: { [language]: name } });
    return answer.ok ? answer.data.categoryId : null;
  };
  const makeBrand = async (name: string) => {
    const answer = await brand.send({ brandId: null, name });
    return answer.ok ? answer.data.brandId : null;
  };
  return (
    <>
      <SimpleGrid cols={2} spacing="md">
        <PickOrMake
          label={t('catalogue.category')}
          choices={(groups?.categories ?? []).map(({ id, name }) => ({
            value: id,
            label: textIn(name, language),
          }))}
          value={categoryId}
          onChange={(id) => onChange({ categoryId: id })}
          onMake={makeCategory}
        />
        <PickOrMake
          label={t('catalogue.brand')}
          choices={(groups?.brands ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={brandId}
          onChange={(id) => onChange({ brandId: id })}
          onMake={makeBrand}
        />
      </SimpleGrid>
      <ErrorAnswer error={category.error ?? brand.error} />
      <TagsInput
        size="md"
        label={t('catalogue.tags')}
        description={t('catalogue.tagsHint')}
        data={(groups?.tags ?? []).map(({ tag }) => tag)}
        value={tags}
        error={tagsError}
        splitChars={[',', ';']}
        acceptValueOnBlur
        onChange={(next) => onChange({ tags: [...new Set(next.map((tag) => tag.toLowerCase()))] })}
      />
    </>
  );
}
