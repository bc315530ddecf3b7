package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.Subject;

class RecentSubjectsTest {
    private final RecentSubjects recent = new RecentSubjects();

    @Test
    void what_a_subject_contributed_is_given_once_and_for_that_object_only() {
        CaseState subject = new CaseState();
        Known known = Known.of(List.of());
        recent.remember(subject, known);

        assertThat(recent.take(new CaseState())).isNull();
        assertThat(recent.take(subject)).isSameAs(known);
        assertThat(recent.take(subject)).as("there is a newer one").isNull();
    }

    @Test
    void of_many_subjects_each_has_its_own_or_is_forgotten() {
        List<Subject> subjects = new ArrayList<>();
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            subjects.add(new CaseState());
            known.add(Known.of(new ArrayList<>()));
            recent.remember(subjects.get(i), known.get(i));
        }
        int found = 0;
        for (int i = 0; i < subjects.size(); i++) {
            Known kept = recent.take(subjects.get(i));
            if (kept != null) {
                assertThat(kept).isSameAs(known.get(i));
                found++;
            }
        }
        assertThat(found).isBetween(1, 1 << 14);
    }
}
