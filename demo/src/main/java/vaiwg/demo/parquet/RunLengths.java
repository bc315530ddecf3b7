package vaiwg.demo.parquet;

/** Numbers as the format's hybrid of runs and packed bits: eight alike or more as a run, the others in groups of eight. */
final class RunLengths {
    private static final int GROUP = 8;

    private RunLengths() {}

    /**
     * Writes numbers from the first on.
     *
     * @param width bits of the largest
     */
    static void write(int[] numbers, int count, int width, Bytes out) {
        int at = 0;
        while (at < count) {
            int run = run(numbers, count, at);
            if (run >= GROUP) {
                out.varint((long) run << 1);
                out.little(numbers[at], (width + Byte.SIZE - 1) / Byte.SIZE);
                at += run;
            } else {
                int end = at;
                while (end < count && run(numbers, count, end) < GROUP) {
                    end += GROUP;
                }
                out.varint((end - at) / GROUP << 1 | 1);
                pack(numbers, at, Math.min(end, count), end, width, out);
                at = end;
            }
        }
    }

    private static int run(int[] numbers, int count, int at) {
        int end = at + 1;
        while (end < count && numbers[end] == numbers[at]) {
            end++;
        }
        return end - at;
    }

    /** The numbers up to an end, and zeros up to that of the group, the lowest bit first. */
    static void pack(int[] numbers, int from, int to, int groupEnd, int width, Bytes out) {
        long bits = 0;
        int filled = 0;
        for (int i = from; i < groupEnd; i++) {
            bits |= (i < to ? (long) numbers[i] : 0) << filled;
            filled += width;
            while (filled >= Byte.SIZE) {
                out.write((int) bits);
                bits >>>= Byte.SIZE;
                filled -= Byte.SIZE;
            }
        }
        if (filled > 0) {
            out.write((int) bits);
        }
    }
}
