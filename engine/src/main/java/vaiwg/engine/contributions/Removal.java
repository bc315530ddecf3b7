package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CrimeVersion;

/** The versions of a crime as they become known one after another: which is current, and when the crime was removed. */
final class Removal {
    /** One of each number, the lowest first. */
    private final List<CrimeVersion> winning;

    private long madeAt;
    private long removedAt;

    /** @param most how many versions there may be */
    Removal(int most) {
        winning = new ArrayList<>(most);
    }

    /**
     * Takes the next version. A higher one follows those that are known; only one that comes between them, or instead of one, has to be
     * put in its place.
     *
     * @return whether the crime stands now and did not, or was removed at another time
     */
    boolean add(CrimeVersion version) {
        boolean isFirst = winning.isEmpty();
        boolean stood = stands(winning.size());
        long removedBefore = removedAt;
        int place = place(version.version);
        if (place == winning.size()) {
            winning.add(version);
            take(place);
        } else if (winning.get(place).version != version.version) {
            winning.add(place, version);
            takeAll();
        } else if (version.supersedes(winning.get(place))) {
            winning.set(place, version);
            takeAll();
        }
        return isFirst || stood != stands(winning.size()) || removedBefore != removedAt;
    }

    /** Null before the first. */
    CrimeVersion current() {
        return winning.isEmpty() ? null : winning.get(winning.size() - 1);
    }

    /** When the last version that stood was followed by one that does not: history never runs backwards. */
    long removedAt() {
        return removedAt;
    }

    /** Of the first version with such a number, or a higher one. */
    private int place(long number) {
        int place = winning.size();
        while (place > 0 && winning.get(place - 1).version >= number) {
            place--;
        }
        return place;
    }

    private void takeAll() {
        for (int place = 0; place < winning.size(); place++) {
            take(place);
        }
    }

    private void take(int place) {
        CrimeVersion version = winning.get(place);
        madeAt = place == 0 ? version.changedAt : Math.max(madeAt, version.changedAt);
        if ((place == 0 || stands(place)) && version.status != CrimeVersion.ACTIVE) {
            removedAt = madeAt;
        }
    }

    /** Whether the crime stands with so many of its versions. */
    private boolean stands(int versions) {
        return versions > 0 && winning.get(versions - 1).status == CrimeVersion.ACTIVE;
    }
}
