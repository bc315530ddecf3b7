package vaiwg.cli.feed.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPlaceTest {
    @Test
    void a_place_is_read_as_it_was_written() {
        RecordPlace place = new RecordPlace("vaiwg.outcome", 1, 42);
        assertThat(RecordPlace.parse(place.toString())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x/1", "x/1/", "x/-1/2", "x/1/2/3", "x/9999999999/1", "x/1/9999999999999999999"})
    void what_is_no_place_is_none(String text) {
        assertThat(RecordPlace.parse(text)).isEmpty();
    }
}
