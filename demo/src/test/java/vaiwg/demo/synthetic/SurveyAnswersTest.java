package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.VictimContact;

/** When the synthetic force's victims answer surveys. */
class SurveyAnswersTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    @Test
    void answers_come_on_all_days_of_the_week_and_mostly_by_day() {
        List<VictimContact> answers = new ArrayList<>();
        SyntheticForce.westMidlands(3, FIRST_DAY, FIRST_DAY.plusYears(1)).play(record -> {
            if (record.value() instanceof VictimContact contact && contact.getSurvey() != null) {
                answers.add(contact);
            }
        });
        assertThat(answers)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(
                        answer -> assertThat(answer.getSurvey().getAnsweredAt()).isAfterOrEqualTo(answer.getAt()));
        assertThat(answers.stream()
                        .collect(Collectors.groupingBy(answer -> at(answer).getDayOfWeek())))
                .hasSize(7)
                .allSatisfy((day, own) -> assertThat(own).hasSizeGreaterThan(answers.size() / 10));
        assertThat(answers.stream()
                        .collect(Collectors.groupingBy(answer -> at(answer).getHour() / 6)))
                .hasSize(4)
                .allSatisfy((quarter, own) -> assertThat(own)
                        .hasSizeBetween(quarter == 0 ? 1 : answers.size() / 10, quarter == 0 ? 20 : answers.size()));
        assertThat(answers)
                .filteredOn(answer -> answer.getSurveyChannel().equals("TELEPHONE"))
                .allMatch(answer -> at(answer).getHour() >= 8 && at(answer).getHour() <= 20);
    }

    private static ZonedDateTime at(VictimContact answer) {
        return answer.getSurvey().getAnsweredAt().atZone(ForceCalendar.LONDON);
    }
}
