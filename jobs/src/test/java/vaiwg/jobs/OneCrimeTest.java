package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.engine.panes.SnapshotRows;
import vaiwg.jobs.decode.Projected;
import vaiwg.jobs.decode.Rejection;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.RecordType;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;

/**
 * One crime from the bytes of its records to published rows. The table in {@code docs/architecture.md} is what this test sees;
 * {@code -Dvaiwg.golden.write=true} writes it.
 */
class OneCrimeTest {
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");
    private static final String BEGIN = "<!-- one crime: written by a test -->\n";
    private static final String END = "<!-- end of one crime -->";
    private static final String REFERENCE = "20CV/12345/26";
    private static final Instant CANCELLED = Events.CHANGED.plusSeconds(32 * 86_400L);

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Projected projected = new Projected();
    private final SubjectDeltas entries = new SubjectDeltas(catalogue);
    private final ForcePanes panes = new ForcePanes(catalogue, Events.FORCE);
    private final RowPolicy everyRow = new RowPolicy(0, RowPolicy.Totals.DAILY);
    private final StringBuilder table = new StringBuilder("| step | what there is |\n|---|---|\n");
    private CaseState known = new CaseState();
    private boolean isNew = true;

    @Test
    void the_page_follows_a_crime_with_the_numbers_that_there_are() throws Exception {
        read("Crime recorded", Events.crime(REFERENCE).build());
        publish("2026-06-11", "recorded_offences recorded 28d", "recorded_offences recorded 28d theme=rape");
        assertThat(value("victim_attrition settled_28d 365d")).isEqualTo("no row");

        read("Outcome 16", Events.outcome(REFERENCE).build());
        publish("2026-06-12", "victim_attrition assigned 28d");
        publish("2026-07-09", "victim_attrition settled_28d 365d", "recorded_offences recorded 365d");
        assertThat(value("victim_attrition settled_28d 365d")).isEqualTo("1 of 1");

        read(
                "Crime cancelled",
                Events.crime(REFERENCE)
                        .setVersion(2)
                        .setStatus(CrimeStatus.CANCELLED)
                        .setChangedAt(CANCELLED)
                        .build());
        publish("2026-07-13", "victim_attrition settled_28d 365d", "recorded_offences recorded 365d");
        assertThat(value("victim_attrition settled_28d 365d")).isEqualTo("no row");

        compare();
    }

    private void read(String title, SpecificRecord event) throws Rejection, IOException {
        DecodedRecord record = projected.record(event);
        row(
                title,
                "key `%s`, value of %d bytes: Avro, single-object encoding",
                REFERENCE,
                Events.encoded(event).length);
        PartitionClock clock = new PartitionClock(PartitionClock.UNSET);
        record.version.knownAt = clock.admit(record.version.changedAt);
        row(
                "decoded, knowledge time",
                "a record of %d bytes; changed at %s, known at the same instant: not late",
                bytes(record, DecodedRecord.class),
                Instant.ofEpochMilli(record.version.knownAt));

        CaseState before = known;
        known = before.with(record.version);
        row(
                "state of the case",
                "%d bytes, versions: %d",
                bytes(known, CaseState.class),
                known.crimes.length + known.outcomes.length);
        List<DeltaEntry> changes = entries.of(isNew ? null : before, known, record.version.knownAt);
        isNew = false;
        Delta delta = new Delta(Events.FORCE, (byte) 0, changes);
        row(
                "delta",
                "%d bytes: %s",
                bytes(delta, Delta.class),
                changes.stream().map(this::text).collect(Collectors.joining("; ")));
        panes.add(RecordKind.of(EventStream.values()[record.stream]), record.version.knownAt);
        changes.forEach(panes::add);
    }

    private void publish(String asAt, String... names) {
        int cutOff = (int) LocalDate.parse(asAt).toEpochDay();
        while (panes.cutOff() < cutOff) {
            panes.advance();
        }
        row(
                "snapshot as at " + asAt,
                "%,d rows, among them %s",
                panes.rows(everyRow).count,
                List.of(names).stream()
                        .map(name -> "`" + name + "`: " + value(name))
                        .collect(Collectors.joining(", ")));
    }

    private String text(DeltaEntry entry) {
        ContributionType contributionType = ContributionType.values()[entry.contributionType];
        if (entry.isMarker()) {
            return "marks the force as known";
        }
        return "%+d on %s by `%s` in %d numerators and %d denominators"
                .formatted(
                        entry.sign,
                        LocalDate.ofEpochDay(entry.day),
                        contributionType,
                        LongStream.of(entry.numerator).map(Long::bitCount).sum(),
                        LongStream.of(entry.denominator).map(Long::bitCount).sum());
    }

    /** @param name measure, basis, window and slice with blanks between; the total where there is no slice */
    private String value(String name) {
        SnapshotRows rows = panes.rows(everyRow);
        return IntStream.range(0, rows.count)
                .filter(i -> name.equals(nameOf(rows.slots[i])))
                .mapToObj(i -> catalogue
                                .columnOfSlot(rows.slots[i])
                                .measure()
                                .kind()
                                .name()
                                .equals("COUNT")
                        ? Integer.toString(rows.numerators[i])
                        : rows.numerators[i] + " of " + rows.denominators[i])
                .findFirst()
                .orElse("no row");
    }

    private String nameOf(int slot) {
        Column column = catalogue.columnOfSlot(slot);
        return String.join(
                        " ",
                        column.measure().slug(),
                        column.basis().slug(),
                        column.windowOfSlot(slot).slug(),
                        Slice.of(column.dimensions(column.rowOfSlot(slot))))
                .strip();
    }

    private void row(String step, String text, Object... values) {
        table.append("| %s | %s |\n".formatted(step, text.formatted(values)));
    }

    private static <T extends FieldRecord> int bytes(T record, Class<T> type) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1_024);
        RecordType.<T>ofClass(type).serializer().serialize(record, out);
        return out.length();
    }

    private void compare() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(to).as("the page has the place of the table").isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            page = page.substring(0, from) + table + page.substring(to);
            Files.writeString(PAGE, page);
            to = page.indexOf(END);
        }
        assertThat(page.substring(from, to)).isEqualTo(table.toString());
    }
}
