package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the verb says before it asks Kafka for anything. */
class ForgetCommandTest {
    @Test
    void a_day_of_the_future_is_refused() {
        Answer answer = Answer.to("forget", "--kafka", "127.0.0.1:1", "--dry-run", "--before", "2999-12-31");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors())
                .contains(
                        "--before 2999-12-31 is in the future, so no case would keep its name: give a day that is over.");
    }

    /** What cannot be put on record is not done. */
    @Test
    void without_the_database_nothing_is_asked_of_kafka() {
        String database = "jdbc:postgresql://127.0.0.1:1/vaiwg";
        Answer answer = Answer.to("forget", "--kafka", "127.0.0.1:1", "--into", "new.", "--database", database);
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors())
                .contains("The database at ", " cannot be reached: start it, or correct its address.");
    }
}
