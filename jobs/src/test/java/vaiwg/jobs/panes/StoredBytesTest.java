package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredBytesTest {
    private final StoredBytes stored = new StoredBytes();

    @Test
    void what_is_put_first_or_changed_is_put_and_what_is_the_same_is_not() {
        assertThat(stored.isNew("a")).isTrue();
        assertThat(stored.differ("a", new byte[] {1, 2})).isTrue();
        assertThat(stored.isNew("a")).isFalse();
        assertThat(stored.differ("a", new byte[] {1, 2})).isFalse();
        assertThat(stored.differ("a", new byte[] {1})).isTrue();
        assertThat(stored.differ("a", new byte[] {1, 2}))
                .as("what was before the last is not what is in state")
                .isTrue();
    }

    @Test
    void one_name_says_nothing_of_another() {
        stored.differ("a", new byte[] {1});
        assertThat(stored.isNew("a/alarms")).isTrue();
        assertThat(stored.differ("a/alarms", new byte[] {1})).isTrue();
    }
}
