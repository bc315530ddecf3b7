package vaiwg.policeuk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.DecodedEvents;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.ForceEstimates;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.statistics.attrition.Estimate;

/**
 * An archive of one force through the engine, and what it says of "unable to prosecute" month by month.
 *
 * @param known the shares by month of recording as known at the end, on a basis
 * @param estimates what was estimated when a month had ended, by the last month whose events were in it
 */
record IncidenceByMonth(
        Map<Basis, NavigableMap<YearMonth, Double>> known, NavigableMap<YearMonth, Estimate> estimates) {
    private static final String MEASURE = "unable_to_prosecute";

    /**
     * @param bases of the shares that are known
     * @param horizon in months, of the estimates from three months of events
     */
    static IncidenceByMonth of(Played archive, List<Basis> bases, int horizon) throws Rejection {
        Catalogue catalogue = ShippedCatalogue.get();
        Basis estimated = new Basis(Basis.Kind.INCIDENCE, horizon, Basis.Unit.MONTH);
        ForcePanes panes = new ForcePanes(catalogue);
        post(archive, catalogue, panes);
        ForceEstimates ofPanes = new ForceEstimates(catalogue, panes);
        NavigableMap<YearMonth, Estimate> estimates = new TreeMap<>();
        int end = LondonDays.firstOfMonth(lastDay(archive) + 1);
        while (panes.nextCutOff() <= end) {
            panes.advance();
            for (EstimateRow row : ofPanes.rows(new RowPolicy(end, RowPolicy.Totals.AT_MONTH_ENDS))) {
                Column column = catalogue.estimates().columnOfSlot(row.slot());
                if (column.basis().equals(estimated)
                        && column.windowOfSlot(row.slot()).length() == 3) {
                    estimates.put(month(row.through()), row.estimate());
                }
            }
        }
        Map<Basis, NavigableMap<YearMonth, Double>> known = new HashMap<>();
        bases.forEach(basis -> known.put(basis, shares(panes, catalogue, basis)));
        return new IncidenceByMonth(known, estimates);
    }

    private static void post(Played archive, Catalogue catalogue, ForcePanes panes) throws Rejection {
        DecodedEvents decoded = new DecodedEvents();
        SubjectDeltas entries = new SubjectDeltas(catalogue);
        Map<EventStream, PartitionClock> clocks = new HashMap<>();
        Map<String, CaseState> cases = new HashMap<>();
        for (FeedRecord record : archive.records()) {
            SpecificRecord value = record.value();
            if (!(value instanceof CrimeRecording) && !(value instanceof Outcome)) {
                continue;
            }
            Version version = decoded.of(record).version;
            version.knownAt = clocks.computeIfAbsent(
                            record.stream(), stream -> new PartitionClock(PartitionClock.UNSET))
                    .admit(version.changedAt);
            CaseState before = cases.get(record.key());
            CaseState after = (before == null ? new CaseState() : before).with(version);
            cases.put(record.key(), after);
            if (after != before) {
                entries.of(before, after, version.knownAt).forEach(panes::add);
            }
        }
    }

    private static int lastDay(Played archive) {
        return archive.sent(CrimeRecording.class).stream()
                .mapToInt(crime -> LondonDays.dayOf(crime.getChangedAt().toEpochMilli()))
                .max()
                .orElseThrow();
    }

    private static NavigableMap<YearMonth, Double> shares(ForcePanes panes, Catalogue catalogue, Basis basis) {
        Predicate<Column> wanted = column ->
                column.measure().slug().equals(MEASURE) && column.basis().equals(basis);
        Column column = catalogue.columns().stream().filter(wanted).findFirst().orElseThrow();
        NavigableMap<YearMonth, Double> shares = new TreeMap<>();
        panes.knownDays().forEachMonth((cell, first, parts, wholes) -> {
            if (cell == column.firstCell()) {
                shares.put(month(first), (double) parts[0] / wholes[0]);
            }
        });
        return shares;
    }

    private static YearMonth month(int day) {
        return YearMonth.from(LocalDate.ofEpochDay(day));
    }
}
