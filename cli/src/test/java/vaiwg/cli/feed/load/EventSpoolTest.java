package vaiwg.cli.feed.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.kpis.Seed;
import vaiwg.schemas.EventStream;

class EventSpoolTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 5_000, Long.MAX_VALUE})
    void events_come_back_in_order_of_their_changes_and_those_of_one_instant_as_they_came(long stretchBytes)
            throws Exception {
        Random random = Seed.random("event spool");
        List<ReadyEvent> events = new ArrayList<>();
        Set<Path> before = spooled();
        try (EventSpool spool = new EventSpool(stretchBytes)) {
            for (int i = 0; i < 300; i++) {
                byte[] key = new byte[1 + random.nextInt(20)];
                byte[] value = new byte[random.nextInt(200)];
                random.nextBytes(key);
                random.nextBytes(value);
                ReadyEvent event =
                        new ReadyEvent(EventStream.values()[random.nextInt(3)], random.nextInt(40) - 20, key, value, i);
                events.add(event);
                spool.add(event);
            }
            events.sort(Comparator.comparingLong(ReadyEvent::changedAt));
            List<ReadyEvent> found = new ArrayList<>();
            spool.forEach(found::add);
            assertThat(spool.events()).isEqualTo(300);
            assertThat(found).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(events);
        }
        assertThat(spooled()).as("no file is left").isSubsetOf(before);
    }

    private static Set<Path> spooled() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("vaiwg-load-"))
                    .collect(Collectors.toSet());
        }
    }
}
