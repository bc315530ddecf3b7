package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.PureSubjects;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** At the end of the history the engine's figures are the paper's counts, whatever the seed. */
class PaperCountsTest {
    private static final long SEED = 11;
    private static final int END = Math.toIntExact(LocalDate.of(2021, 9, 1).toEpochDay());

    /** Of a count the numerator alone. */
    private static final Map<List<String>, List<Integer>> FIGURES = Map.of(
            List.of("devices_examined", "recorded", "365d", ""), List.of(217, 2_015),
            List.of("cps_overdue", "stock", "all", ""), List.of(13, 33),
            List.of("cps_overdue_oldest_days", "stock", "all", ""), List.of(58, 13),
            List.of("cps_resubmission_overdue", "stock", "all", ""), List.of(9, 20),
            List.of("shpo_cumulative", "stock", "all", ""), List.of(1_263),
            List.of("victims_code", "recorded", "365d", "duty=vps_offered"), List.of(72, 100),
            List.of("victims_code", "recorded", "365d", "duty=end_of_journey_told"), List.of(86, 100),
            List.of("victims_code", "recorded", "365d", "duty=referred_2d"), List.of(78, 100),
            List.of("referred_late", "recorded", "365d", ""), List.of(7, 100),
            List.of("code_informed", "recorded", "365d", ""), List.of(49, 100));

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final PureSubjects subjects = new PureSubjects(catalogue);
    private final ForcePanes panes = new ForcePanes(catalogue);

    @Test
    @Tag("pitfall-15")
    @Tag("pitfall-16")
    void the_figures_are_the_papers_counts() {
        ScriptedHistory.named("paper-counts", SEED).play(this::take);
        while (panes.cutOff() < END) {
            panes.advance();
        }
        Map<List<String>, List<Integer>> totals = totals();
        assertThat(FIGURES)
                .allSatisfy((figure, counted) ->
                        assertThat(totals.get(figure)).as("%s", figure).startsWith(counted.toArray(Integer[]::new)));
    }

    @Test
    void every_stream_has_news_in_the_ordinary_history() {
        SyntheticForce force = SyntheticForce.westMidlands(SEED, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 1));
        Map<String, Set<Object>> played = new TreeMap<>();
        force.play(record -> {
            if (!(record.value() instanceof Progress)) {
                SpecificRecord event = record.value();
                played.computeIfAbsent(record.stream().slug(), stream -> new HashSet<>())
                        .add(event.get(event.getSchema().getField("eventId").pos()));
            }
        });
        assertThat(played.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(EventStream.values()).map(EventStream::slug).toList());
        assertThat(force.truth().events())
                .as("a copy is no event of its own")
                .isEqualTo(played.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, stream ->
                        (long) stream.getValue().size())));
    }

    private void take(FeedRecord record) {
        if (record.value() instanceof Progress) {
            return;
        }
        SpecificRecord event = record.value();
        Instant changedAt =
                (Instant) event.get(event.getSchema().getField("changedAt").pos());
        try {
            subjects.take(record.stream(), record.key(), event, record.timestamp(), changedAt.toEpochMilli())
                    .forEach(panes::add);
        } catch (Rejection e) {
            throw new AssertionError("the history holds nothing that is rejected", e);
        }
    }

    private Map<List<String>, List<Integer>> totals() {
        Map<List<String>, List<Integer>> totals = new HashMap<>();
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            Column column = catalogue.columnOfSlot(slot);
            if (column.rows().dimensions(column.rowOfSlot(slot)).isEmpty()) {
                totals.put(
                        List.of(
                                column.measure().slug(),
                                column.basis().slug(),
                                column.windowOfSlot(slot).slug(),
                                column.variant().map(Variant::slice).orElse("")),
                        List.of(panes.numerator(slot), panes.denominator(slot)));
            }
        }
        return totals;
    }
}
