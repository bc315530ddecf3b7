package vaiwg.statistics.attrition;

/** A count for each day, from the first to the last on which there is one; 0 elsewhere. */
final class DayCounts {
    private static final int SPARE = 64;

    private int first;
    private int[] counts = {};

    int get(int day) {
        int place = day - first;
        return place >= 0 && place < counts.length ? counts[place] : 0;
    }

    void add(int day, int more) {
        reach(day);
        counts[day - first] += more;
    }

    /** Adds the counts of a day and of those before it, each so many times, to the places 0, 1 and so on. */
    void addBackwards(int day, int[] into, int times) {
        int latest = day - first;
        int end = Math.min(into.length, latest + 1);
        for (int ago = Math.max(0, latest - counts.length + 1); ago < end; ago++) {
            into[ago] += times * counts[latest - ago];
        }
    }

    /** Takes over the counts of another. */
    void copy(DayCounts other) {
        first = other.first;
        counts = other.counts.clone();
    }

    void forEach(SparseCounts.Visitor visitor) {
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] != 0) {
                visitor.visit(first + place, counts[place]);
            }
        }
    }

    private void reach(int day) {
        if (counts.length == 0) {
            first = day;
        }
        int before = Math.max(0, first - day);
        int after = Math.max(0, day - first - counts.length + 1);
        if (before + after > 0) {
            int room = SPARE + counts.length / 2;
            int front = before == 0 ? 0 : before + room;
            int back = after == 0 ? 0 : after + room;
            int[] more = new int[front + counts.length + back];
            System.arraycopy(counts, 0, more, front, counts.length);
            counts = more;
            first -= front;
        }
    }
}
