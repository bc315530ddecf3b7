package vaiwg.engine.contributions;

import vaiwg.kpis.cases.Subject;

/**
 * What some of the newest subjects contributed when all of their versions were known: most events change a subject that changed lately,
 * and what it contributed until now need not be judged again. A subject never changes, so what is found of the same object is right;
 * where it is not found, it is judged. So what follows from versions takes some 20 MB at most, whatever the number of subjects; for one
 * thread.
 */
final class RecentSubjects {
    /** How many places there are; of two subjects that share one the newer has it. */
    private static final int PLACES = 1 << 14;

    private final Subject[] subjects = new Subject[PLACES];
    private final Known[] known = new Known[PLACES];

    /** What a subject contributed at its last knowledge time, once: it is followed by a newer one. Null where that is forgotten. */
    Known take(Subject subject) {
        int place = place(subject);
        if (subjects[place] != subject) {
            return null;
        }
        Known found = known[place];
        subjects[place] = null;
        known[place] = null;
        return found;
    }

    /** @param contribution null where it is to be judged when it is asked for */
    void remember(Subject subject, Known contribution) {
        int place = place(subject);
        if (subjects[place] != null) {
            subjects[place].forgetWhatFollows();
        }
        subjects[place] = subject;
        known[place] = contribution;
    }

    private static int place(Subject subject) {
        return System.identityHashCode(subject) & PLACES - 1;
    }
}
