package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.OrderKind;
import vaiwg.schemas.SafeguardingKind;

/** What a catalogue does not ask is left out, and what it asks is not changed by that: each measure alone counts what it counts among all. */
class MeasureAloneTest {
    private static final int CASES = 40;
    private static final int DAYS = 400;
    private static final long DAY = 86_400_000L;

    private final long seed = Seed.random("measures alone").nextLong();
    private final Catalogue all = ShippedCatalogue.get();

    @Test
    void each_measure_alone_counts_of_events_of_all_kinds_what_it_counts_among_all() {
        Map<String, Map<Standing.Place, Integer>> among = byMeasure(all);
        assertThat(among).hasSizeGreaterThan(all.measures().size() / 2);
        List<Measure> counted = all.measures().stream()
                .filter(measure -> !measure.bases().isEmpty())
                .toList();
        for (Measure measure : counted) {
            Catalogue alone = new Catalogue(List.of(measure), all.maps());
            assertThat(byMeasure(alone).getOrDefault(measure.slug(), Map.of()))
                    .as(measure.slug())
                    .isEqualTo(among.getOrDefault(measure.slug(), Map.of()));
        }
    }

    /** By measure what stands, each column by its place among those of its measure. */
    private Map<String, Map<Standing.Place, Integer>> byMeasure(Catalogue catalogue) {
        Map<String, Map<Standing.Place, Integer>> found = new HashMap<>();
        new Standing(catalogue).byKnowledgeTime(entries(catalogue)).forEach((place, count) -> {
            ContributionTable table = catalogue.contributionType(place.contributionType());
            found.computeIfAbsent(slug(table, place.bit()), slug -> new HashMap<>())
                    .put(amongItsMeasure(table, place), count);
        });
        return found;
    }

    private static Standing.Place amongItsMeasure(ContributionTable table, Standing.Place place) {
        int bit = 0;
        for (int other = 0; other < place.bit(); other++) {
            bit += slug(table, other).equals(slug(table, place.bit())) ? 1 : 0;
        }
        return new Standing.Place(
                place.contributionType(),
                place.day(),
                place.recordedDay(),
                place.enters(),
                place.dimensionKey(),
                place.quantity(),
                bit,
                place.numerator());
    }

    private static String slug(ContributionTable table, int bit) {
        return table.column(bit).measure().slug();
    }

    private List<DeltaEntry> entries(Catalogue catalogue) {
        List<DeltaEntry> entries = new ArrayList<>(RandomDeltas.of(new Random(seed), catalogue, CASES, DAYS));
        Random random = new Random(seed + 1);
        RandomCases records = new RandomCases(random, DAYS);
        SubjectDeltas subjects = new SubjectDeltas(catalogue);
        for (int i = 0; i < CASES; i++) {
            for (Version record : List.of(order(random), safeguarding(random), conduct(random))) {
                long at = RandomCases.FIRST_DAY * DAY + random.nextLong(DAYS * DAY);
                records.counted(record, at);
                Subject subject = VersionLog.of(record.versionKind()).with(RandomCases.stamped(record, 1, at));
                entries.addAll(subjects.of(null, subject, at));
            }
        }
        entries.removeIf(entry -> entry.contributionType == ContributionType.MARKER.ordinal());
        return entries;
    }

    private static RecordVersion order(Random random) {
        RecordVersion order = new RecordVersion(VersionKind.ORDER);
        order.kind = (byte) random.nextInt(OrderKind.values().length);
        long noticeAt = anyInstant(random);
        long heardAt = noticeAt + random.nextLong(3 * DAY);
        order.at(VersionKind.ORDER.date("noticeAt"), noticeAt);
        order.at(VersionKind.ORDER.date("heardAt"), heardAt);
        order.at(VersionKind.ORDER.date("grantedAt"), heardAt);
        order.at(VersionKind.ORDER.date("endsAt"), heardAt + random.nextLong(60 * DAY));
        return order;
    }

    private static RecordVersion safeguarding(Random random) {
        RecordVersion record = new RecordVersion(VersionKind.SAFEGUARDING);
        record.kind = (byte) random.nextInt(SafeguardingKind.values().length);
        long referredAt = anyInstant(random);
        record.at(VersionKind.SAFEGUARDING.date("referredAt"), referredAt);
        record.at(VersionKind.SAFEGUARDING.date("heardAt"), referredAt + random.nextLong(60 * DAY));
        return record;
    }

    private static ConductVersion conduct(Random random) {
        ConductVersion matter = new ConductVersion();
        matter.complaint = random.nextBoolean();
        matter.recordedAt = anyInstant(random);
        matter.restrictionDecidedAt = matter.recordedAt + random.nextLong(5 * DAY);
        matter.finalisedAt = matter.recordedAt + random.nextLong(500 * DAY);
        return matter;
    }

    private static long anyInstant(Random random) {
        return RandomCases.FIRST_DAY * DAY + random.nextLong(DAYS * DAY);
    }
}
