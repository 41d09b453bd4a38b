/** By which way customers and shop speak: a picker for forms. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Channel, channels } from '../../shared/service/contact.ts';

export interface ChannelSelectProps {
  readonly label: string;
  readonly value: Channel;
  readonly onChange: (channel: Channel) => void;
}

export function ChannelSelect({ label, value, onChange }: ChannelSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      data={channels.map((channel) => ({ value: channel, label: t(`service.channel.${channel}`) }))}
      value={value}
      onChange={(chosen) => onChange(channels.find((channel) => channel === chosen) ?? 'shop')}
    />
  );
}
