import { Select } from '@/components/ui/controls';
import { SearchField } from '@/components/ui/search-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { statuses } from './mark-buttons';

/** Who is looked at, and how; in the address. */
export function RosterFilter() {
  const text = useRosterText();
  const { get, set } = useAddressFilter();
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="min-w-40 grow md:max-w-xs">
        <SearchField
          label={text.roster.find}
          placeholder={text.roster.findHint}
          value={get('q')}
          onSearch={(q) => set({ q })}
        />
      </div>
      <div className="w-40">
        <Select
          aria-label={text.roster.show}
          value={get('show')}
          onChange={(event) => set({ show: event.target.value })}
        >
          <option value="">{text.roster.everybody}</option>
          <option value="unmarked">{text.roster.unmarkedOnly}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {text.statuses[status]}
            </option>
          ))}
        </Select>
      </div>
      <SegmentedControl
        label={text.roster.view}
        options={[
          { value: '', label: text.roster.views.list },
          { value: 'grid', label: text.roster.views.grid },
        ]}
        value={get('view') === 'grid' ? 'grid' : ''}
        onChange={(view) => set({ view })}
      />
    </div>
  );
}
