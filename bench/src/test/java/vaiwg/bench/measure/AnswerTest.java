package vaiwg.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final int DAY = 20_000;

    @Test
    void the_order_of_what_is_added_does_not_matter_and_what_cancels_is_not_there() {
        Answer one = new Answer();
        one.add(DAY, 1, 3, 5, 2);
        one.add(DAY + 1, 2, 3, 1, 0);
        Answer other = new Answer();
        other.add(DAY + 1, 2, 3, 1, 0);
        other.add(DAY, 1, 3, 7, 2);
        other.add(DAY, 1, 3, -2, 0);
        other.add(DAY, 4, 9, 1, 1);
        other.add(DAY, 4, 9, -1, -1);
        assertThat(other.hash()).isEqualTo(one.hash());
    }

    @Test
    void every_coordinate_and_both_numbers_tell_answers_apart() {
        assertThat(new String[] {
                    hash(DAY, 1, 3, 5, 2),
                    hash(DAY + 1, 1, 3, 5, 2),
                    hash(DAY, 2, 3, 5, 2),
                    hash(DAY, 1, 4, 5, 2),
                    hash(DAY, 1, 3, 6, 2),
                    hash(DAY, 1, 3, 5, 1)
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void a_crime_of_two_themes_counts_in_both() {
        Answer both = new Answer();
        both.add(DAY, 1 | 8, 3, 1, 0);
        assertThat(both.crimes()).isEqualTo(2);
    }

    private static String hash(int day, int themes, int lpa, long crimes, long ended) {
        Answer answer = new Answer();
        answer.add(day, themes, lpa, crimes, ended);
        return answer.hash();
    }
}
