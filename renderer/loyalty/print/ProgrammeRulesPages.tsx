/** The pages of the programme's rules for the paper press: asks the till for what holds now, and lays it out. */
import { useEffect, useState } from 'react';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { api } from '../../app/api.ts';
import { loadProgrammeText, type ProgrammeInWords } from '../loadProgrammeText.ts';
import { ProgrammeRules, sheetsOfRules } from './ProgrammeRules.tsx';

interface ProgrammeRulesPagesProps {
  readonly order: PrintOrder;
  readonly onReady: (sheets: number) => void;
  readonly onFailed: (code: string) => void;
}

/** They are few sheets: all of them stand in the first portion. */
export function ProgrammeRulesPages({ onReady, onFailed }: ProgrammeRulesPagesProps) {
  const [loaded, setLoaded] = useState<{ rules: ProgrammeInWords; day: BusinessDay } | null>(null);
  useEffect(() => {
    let isHere = true;
    const take = async () => {
      const [rules, status] = await Promise.all([loadProgrammeText(), api.shop.status({})]);
      if (!isHere) return;
      if (!rules.ok) onFailed(rules.code);
      else if (!status.ok) onFailed(status.error.code);
      else setLoaded({ rules: rules.data, day: status.data.businessDay });
    };
    void take();
    return () => {
      isHere = false;
    };
  }, [onFailed]);
  useEffect(() => {
    if (loaded !== null) onReady(sheetsOfRules(loaded.rules).length);
  }, [loaded, onReady]);
  return loaded === null ? null : <ProgrammeRules rules={loaded.rules} day={loaded.day} />;
}
