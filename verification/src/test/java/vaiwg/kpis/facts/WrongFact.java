package vaiwg.kpis.facts;

import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Predicate;

/**
 * A fact that says something else than its row of {@code facts.csv}, to whoever asks it, until it is put right; in this package, since no one
 * else sees rules. A catalogue that was made before goes on asking what it was made with.
 */
public final class WrongFact {
    private final Fact fact;
    private final Rule rule;
    private final Fact.At at;

    /**
     * Says it wrongly.
     *
     * @param at how it is judged at a horizon
     * @param said rules in the file's words, of which it is enough that one holds; without any it never does
     */
    public WrongFact(String name, String at, List<String> said) {
        this.fact = Fact.named(name);
        this.rule = fact.rule();
        this.at = fact.at();
        List<Rule> rules = said.stream().map(one -> NamedRules.of(name, one)).toList();
        be(rules.size() == 1 ? rules.get(0) : anyOf(rules), Fact.At.valueOf(at));
    }

    public void putRight() {
        be(rule, at);
    }

    /** How a fact is judged where its row says nothing of that. */
    public static String atOfRule(String name) {
        return Fact.named(name).rule().at().name();
    }

    /** Of the same records as the right one. */
    private Rule anyOf(List<Rule> rules) {
        if (rule instanceof Rule.OfCrime) {
            return Rule.ofCrime(crime -> rules.stream().anyMatch(one -> isOf(crime, one)));
        }
        Predicate<KnownCase> any = known -> rules.stream().anyMatch(one -> one.holds(known));
        return rule instanceof Rule.OfSteps steps ? Rule.ofSteps(steps.kind(), any) : Rule.ofBoth(any);
    }

    private static boolean isOf(KnownCrime crime, Rule rule) {
        return ((Rule.OfCrime) rule).test().test(crime);
    }

    /** Judged otherwise it takes another bit, since sets hold those of one kind together. */
    private void be(Rule otherRule, Fact.At otherAt) {
        set("rule", otherRule);
        if (fact.at() != otherAt) {
            set("at", otherAt);
            set("alone", null);
        }
    }

    private void set(String name, Object value) {
        try {
            Field field = Fact.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(fact, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a fact has no field " + name + " any more", e);
        }
    }
}
