package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.Progress;

/** The synthetic force told as the force of another folder. */
class OtherSiteTest {
    private static final LocalDate END = LocalDate.of(2026, 3, 1);

    @Test
    void every_event_is_of_the_other_force_and_in_its_units() {
        Sites sites = Sites.read(List.of(Path.of("..", "sites", "example")));
        List<SpecificRecord> other = events(SyntheticForce.of(sites, 7, END.minusDays(20), END));
        assertThat(other).hasSizeGreaterThan(5_000).allMatch(event -> "example".equals(value(event, "force")));
        TreeSet<Object> units = new TreeSet<>();
        other.stream()
                .map(event -> value(event, "lpa"))
                .filter(Objects::nonNull)
                .forEach(units::add);
        assertThat(units).containsExactly("coast", "north-1", "north-2", "south");
        List<SpecificRecord> usual = events(SyntheticForce.westMidlands(7, END.minusDays(20), END));
        assertThat(other)
                .extracting(event -> value(event, "changedAt"))
                .containsAll(usual.stream()
                        .filter(event -> value(event, "signalId") == null)
                        .map(event -> value(event, "changedAt"))
                        .toList());
    }

    private static List<SpecificRecord> events(SyntheticForce force) {
        List<SpecificRecord> events = new ArrayList<>();
        force.play((FeedRecord record) -> {
            if (!(record.value() instanceof Progress)) {
                events.add(record.value());
            }
        });
        return events;
    }

    private static Object value(SpecificRecord event, String field) {
        return event.getSchema().getField(field) == null
                ? null
                : event.get(event.getSchema().getField(field).pos());
    }
}
