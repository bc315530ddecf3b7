package vaiwg.jobs.decode;

import java.util.List;
import java.util.Optional;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.DatedField;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.reference.CodeMaps;

/** A subject in one of its versions, by what its stream declares: its kind, its dates, its counted fields. */
final class RecordProjection extends Projection {
    private static final String UNIT = "lpa";
    private static final int NONE = -1;

    private final int kind = column("kind");
    private final int withdrawn = column("withdrawn");
    private final VersionKind versions;
    private final List<DatedField> dates;
    /** The columns of the dates, by their places. */
    private final int[] columns;
    /** The places of the dates that they follow, by their places; {@link #NONE} where they follow none. */
    private final int[] follows;

    private final CodeMaps maps;
    /** The unit that keeps the record, where the stream has it. */
    private final Optional<CountedField> unit;

    RecordProjection(VersionKind versions, CodeMaps maps) {
        super(versions.stream().orElseThrow());
        this.versions = versions;
        this.dates = versions.dates();
        this.columns = dates.stream().mapToInt(date -> column(date.path())).toArray();
        this.follows = dates.stream()
                .mapToInt(date -> date.follows() == null ? NONE : versions.date(date.follows()))
                .toArray();
        this.maps = maps;
        this.unit = versions.counted().fields().stream()
                .filter(field -> field.path().equals(UNIT))
                .findFirst();
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        RecordVersion known = envelope(new RecordVersion(versions));
        known.kind = (byte) number(kind);
        known.monthOnly = isMonthOnly();
        known.withdrawn = isSet(withdrawn);
        for (int place = 0; place < columns.length; place++) {
            known.at(place, date(place, known));
        }
        if (unit.isPresent()) {
            unit(unit.get(), known, record);
        }
        record.version = known;
    }

    private long date(int place, RecordVersion known) throws Rejection {
        DatedField date = dates.get(place);
        long before = follows[place] == NONE ? ABSENT : known.at(follows[place]);
        if (!date.mayLieAhead()) {
            return later(columns[place], before);
        }
        long millis = instantIfAny(columns[place]);
        if (millis != ABSENT && millis < before) {
            throw impossible(date.path() + " is before " + date.follows());
        }
        return millis;
    }

    /** Two forces may have units of one name. */
    private void unit(CountedField field, RecordVersion known, DecodedRecord record) {
        long code = UnitCode.in(record.force, field.in(known));
        if (code != 0) {
            field.setIn(known, code);
            record.warnings = maps.knowsUnit(code) ? 0 : DataQualityWarning.LPA.bit();
        }
    }
}
