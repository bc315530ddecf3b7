package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonStateTest {
    private static final char[] REFERENCE = "20WM/0001/26".toCharArray();

    @Test
    void facts_of_one_record_hold_its_reference_once() {
        PersonUpdate first = new PersonUpdate();
        first.came = new PersonFact[] {fact(100)};
        PersonUpdate second = new PersonUpdate();
        second.went = new PersonFact[] {fact(200)};
        second.came = new PersonFact[] {fact(200)};
        second.came[0].facts = 1;
        PersonState person = new PersonState().with(first).with(second);
        assertThat(person.facts).hasSize(2);
        assertThat(person.facts[0].until).isEqualTo(200);
        assertThat(person.facts[1].facts).isEqualTo(1);
        assertThat(person.facts[1].record).isSameAs(person.facts[0].record);
    }

    /** With a reference that is a text of its own. */
    private static PersonFact fact(long from) {
        return PersonFact.of(PersonFact.VICTIM, new String(REFERENCE), 50, from);
    }
}
