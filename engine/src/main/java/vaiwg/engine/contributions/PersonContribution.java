package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.facts.CodedMatcher;
import vaiwg.kpis.facts.FactCode;
import vaiwg.kpis.facts.Matcher;

/** The columns of a contribution type in which somebody in a role can count at all, compiled to bits of one long. */
final class PersonContribution {
    private final List<Question> questions = new ArrayList<>();
    private final int[] horizons;

    /** A condition on one of the sets of facts, and the columns that set it. */
    private static final class Question {
        final int set;
        final CodedMatcher matcher;
        long numerators;
        long denominators;

        Question(int set, CodedMatcher matcher) {
            this.set = set;
            this.matcher = matcher;
        }
    }

    /** The columns of a contribution type that count somebody: in numerators, in denominators. */
    static final class Bits {
        long numerator;
        long denominator;
    }

    /**
     * @param wanted which of its columns
     * @param possible the facts that can hold of somebody in the role
     * @throws IllegalStateException in one sentence, where a contribution type of persons has more than 64 columns
     */
    PersonContribution(ContributionTable table, Predicate<Column> wanted, FactCode code, long possible) {
        if (table.size() > Long.SIZE) {
            throw new IllegalStateException("a contribution type of persons has room for " + Long.SIZE
                    + " columns, not for " + table.size() + ": give measures of people fewer");
        }
        horizons = table.horizons();
        for (int bit = 0; bit < table.size(); bit++) {
            if (wanted.test(table.column(bit))) {
                Question numerator = question(table.facts(bit), table.numerator(bit), code, possible);
                if (numerator != null) {
                    numerator.numerators |= 1L << bit;
                }
                Question denominator = question(table.facts(bit), table.denominator(bit), code, possible);
                if (denominator != null) {
                    denominator.denominators |= 1L << bit;
                }
            }
        }
    }

    private Question question(int set, Matcher matcher, FactCode code, long possible) {
        CodedMatcher coded = matcher == null ? null : code.compile(matcher);
        if (coded == null || !coded.canMatch(possible)) {
            return null;
        }
        for (Question asked : questions) {
            if (asked.set == set && asked.matcher.equals(coded)) {
                return asked;
            }
        }
        Question question = new Question(set, coded);
        questions.add(question);
        return question;
    }

    /** Whether nobody in the role counts anywhere. */
    boolean isEmpty() {
        return questions.isEmpty();
    }

    /** The facts that make a difference to anybody in the role. */
    long asked() {
        return questions.stream()
                .mapToLong(question -> question.matcher.asked())
                .reduce(0, (some, more) -> some | more);
    }

    /** How many sets of facts decide: as known now, and as of each settled horizon. */
    int sets() {
        return horizons.length + 1;
    }

    /** After how many days from the day of recording a set of facts takes no outcome any more. */
    int daysOf(int set) {
        return set == 0 ? Integer.MAX_VALUE : horizons[set - 1];
    }

    /** @param codes the facts, one code for each of {@link #sets} */
    void evaluate(long[] codes, Bits bits) {
        bits.numerator = 0;
        bits.denominator = 0;
        for (Question question : questions) {
            if (question.matcher.matches(codes[question.set])) {
                bits.numerator |= question.numerators;
                bits.denominator |= question.denominators;
            }
        }
    }

    /** Likewise in a contribution type without horizons. */
    void evaluate(long code, Bits bits) {
        bits.numerator = 0;
        bits.denominator = 0;
        for (Question question : questions) {
            if (question.matcher.matches(code)) {
                bits.numerator |= question.numerators;
                bits.denominator |= question.denominators;
            }
        }
    }

    /** Whether one of whom these facts hold is in any column's denominator. */
    boolean counts(long code) {
        for (Question question : questions) {
            if (question.denominators != 0 && question.matcher.matches(code)) {
                return true;
            }
        }
        return false;
    }
}
