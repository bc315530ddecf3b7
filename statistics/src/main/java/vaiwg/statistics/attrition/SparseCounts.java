package vaiwg.statistics.attrition;

import java.util.Arrays;

/** Counts of the few whole numbers that occur, in their order; what does not occur any more takes no place. */
final class SparseCounts {
    /** Receives a number that occurs, and how often. */
    interface Visitor {
        void visit(int number, int times);
    }

    private int size;
    private int[] numbers = new int[4];
    private int[] times = new int[4];

    void add(int number, int more) {
        int place = Arrays.binarySearch(numbers, 0, size, number);
        if (place < 0) {
            place = -place - 1;
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
                times = Arrays.copyOf(times, size * 2);
            }
            System.arraycopy(numbers, place, numbers, place + 1, size - place);
            System.arraycopy(times, place, times, place + 1, size - place);
            numbers[place] = number;
            times[place] = 0;
            size++;
        }
        times[place] += more;
        if (times[place] == 0) {
            size--;
            System.arraycopy(numbers, place + 1, numbers, place, size - place);
            System.arraycopy(times, place + 1, times, place, size - place);
        }
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < size; i++) {
            visitor.visit(numbers[i], times[i]);
        }
    }
}
