package vaiwg.kpis.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private static final long NOON = 1_781_092_800_000L;
    private static final long[] EDGES = {
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        -NOON,
        -1,
        0,
        1,
        NOON - 1,
        NOON,
        NOON + 1,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE
    };

    private final FieldWriter writer = new FieldWriter();

    @Test
    void every_instant_comes_back_whatever_it_is_near_to() {
        for (long near : EDGES) {
            for (long instant : EDGES) {
                writer.clear();
                writer.instant(instant, near);
                assertThat(reader().instant(0, near))
                        .as("%d near %d", instant, near)
                        .isEqualTo(instant);
            }
        }
    }

    @Test
    void what_is_absent_or_the_same_takes_one_byte_and_an_hour_before_four() {
        assertThat(size(NOON, NOON)).isEqualTo(1);
        assertThat(size(Fields.ABSENT, NOON)).isEqualTo(1);
        assertThat(size(NOON - 3_600_000, NOON)).isEqualTo(4);
    }

    @Test
    void eight_flags_share_a_byte_also_with_numbers_between_them() {
        for (int i = 0; i < 9; i++) {
            writer.flag(i % 3 == 0);
            writer.number(i);
        }
        assertThat(writer.length()).isEqualTo(9 + 2);
        FieldReader reader = reader();
        for (int i = 0; i < 9; i++) {
            assertThat(reader.flag(false)).isEqualTo(i % 3 == 0);
            assertThat(reader.number(0)).isEqualTo(i);
        }
        assertThat(reader.isAtEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "west-midlands", "Ynys Môn", "日本", "a\u0000\u007f\u0080", "🙂"})
    void a_text_comes_back(String text) {
        writer.text(text);
        writer.name(text);
        FieldReader reader = reader();
        assertThat(reader.text(null)).isEqualTo(text);
        assertThat(reader.name(null)).isEqualTo(text);
        assertThat(reader.isAtEnd()).isTrue();
    }

    @Test
    void a_name_that_comes_again_is_the_same_string_and_more_names_than_places_are_told_apart() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            names.add("force-" + i);
            writer.name("force-" + i);
            writer.name("force-" + i);
        }
        FieldReader reader = reader();
        for (String name : names) {
            String first = reader.name(null);
            assertThat(first).isEqualTo(name);
            assertThat(reader.name(null)).isSameAs(first);
        }
    }

    @Test
    void codes_come_back() {
        writer.codes(EDGES);
        assertThat(reader().codes(null)).containsExactly(EDGES);
    }

    @Test
    void lists_are_the_same_only_where_all_of_one_is_all_of_the_other() {
        assertThat(areSame(new long[] {1, 2}, new long[] {1, 2})).isTrue();
        assertThat(areSame(new long[] {1, 2}, new long[] {1, 3})).isFalse();
        assertThat(areSame(new long[] {1, 2}, new long[] {1})).isFalse();
        assertThat(areSame(new long[] {1}, new long[] {1, 2})).isFalse();
        assertThat(areSame(new long[50], new long[50])).isTrue();
    }

    private static boolean areSame(long[] some, long[] others) {
        FieldList list = new FieldList();
        list.codes(some);
        list.compare();
        list.codes(others);
        return list.isSame();
    }

    private int size(long instant, long near) {
        writer.clear();
        writer.instant(instant, near);
        return writer.length();
    }

    private FieldReader reader() {
        FieldReader reader = new FieldReader();
        System.arraycopy(writer.bytes(), 0, reader.begin(writer.length()), 0, writer.length());
        return reader;
    }
}
