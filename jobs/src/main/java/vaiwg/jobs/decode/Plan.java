package vaiwg.jobs.decode;

/**
 * How what one released schema wrote is read into a {@link Row}: steps one after another over the bytes of the message, compiled once
 * by {@link PlanCompiler}. It rejects what Avro's own reader of the writer's schema rejects. Not safe for several threads.
 */
final class Plan {
    /** A number of 64 bits: its slot. */
    static final int LONG = 0;
    /** A length, and so many bytes: their slot. */
    static final int TEXT = 1;
    /** A number of 32 bits: its slot. */
    static final int INT = 2;
    /** A place in the writer's list of symbols: its slot, and the list of their places in ours. */
    static final int SYMBOL = 3;
    /** A place in a list of branches: how many there are, and the step at which each begins. */
    static final int UNION = 4;
    /** The place of one of two branches of which one is null: what stands for null, and the step after the other. */
    static final int OPTIONAL = 5;
    /** One byte, true where it is 1: its slot. */
    static final int FLAG = 6;
    /** The step that is next. */
    static final int JUMP = 7;
    /** Blocks of elements: slot, places in the row that an element takes, and the step after those of an element, which end too. */
    static final int LIST = 8;
    /** The default of a field that the writer does not have: its slot, and the value. */
    static final int CONSTANT = 9;
    /** Bytes that are not read: how many. */
    static final int SKIP = 10;
    /** A branch of a union that we cannot read. */
    static final int NOTHING_OF_OURS = 11;
    /** The end of the event, or of an element. */
    static final int END = 12;

    /** The sum of the numbers that stand for the two branches of OPTIONAL: 0 and, as all numbers have a bit for the sign, 2. */
    static final int BOTH = 2;

    /** Steps up to this one begin with a number of up to ten bytes. */
    private static final int LAST_LONG = TEXT;
    /** Steps after that and up to this one begin with a number of up to five. */
    private static final int LAST_NUMBER = UNION;

    private static final int LONGEST_INT = 5;
    private static final int LONGEST_LONG = 10;
    private static final int LOW_BITS = 0x7F;
    private static final int LOW_BITS_COUNT = 7;
    private static final long INT_BITS = 0xFFFF_FFFFL;

    private final Row row;
    private final int[] steps;
    /** Of each list of symbols: our place of each of the writer's, negative where we have none. */
    private final int[][] symbols;

    private byte[] message;
    /** The place after the number that was read last. */
    private int behind;

    Plan(Row row, int[] steps, int[][] symbols) {
        this.row = row;
        this.steps = steps;
        this.symbols = symbols;
    }

    /** The row that it reads into. */
    Row row() {
        return row;
    }

    /**
     * @return the place after its last byte
     * @throws RuntimeException of whatever kind, where the bytes are no event of the schema
     */
    int read(byte[] bytes, int from) {
        message = bytes;
        row.begin(bytes);
        return run(0, from, 0);
    }

    /**
     * @param begin the place in the message
     * @param base where in the row the slots begin
     * @return the place after what was read
     */
    private int run(int first, int begin, int base) {
        byte[] bytes = message;
        int[] code = steps;
        long[] values = row.values();
        int at = begin;
        int step = first;
        while (true) {
            int kind = code[step];
            while (kind == OPTIONAL) {
                int branch = bytes[at++];
                if (branch < 0) {
                    branch = (int) number(at - 1, LONGEST_INT);
                    at = behind;
                }
                if (branch == code[step + 1]) {
                    step = code[step + 2];
                } else {
                    require(branch == BOTH - code[step + 1]);
                    step += 3;
                }
                kind = code[step];
            }
            long value = 0;
            if (kind <= LAST_NUMBER) {
                value = bytes[at++];
                if (value < 0) {
                    value = number(at - 1, kind <= LAST_LONG ? LONGEST_LONG : LONGEST_INT);
                    at = behind;
                }
                value = value >>> 1 ^ -(value & 1);
            }
            switch (kind) {
                case LONG -> {
                    // The number that stands for an absent value is no date and no version of any record.
                    values[base + code[step + 1]] = value == Row.ABSENT ? Row.ABSENT + 1 : value;
                    step += 2;
                }
                case TEXT -> {
                    require(value >= 0 && value <= bytes.length - at);
                    values[base + code[step + 1]] = (long) at << Integer.SIZE | value;
                    at += (int) value;
                    step += 2;
                }
                case INT -> {
                    values[base + code[step + 1]] = value;
                    step += 2;
                }
                case SYMBOL -> {
                    int symbol = symbols[code[step + 2]][(int) value];
                    require(symbol >= 0);
                    values[base + code[step + 1]] = symbol;
                    step += 3;
                }
                case UNION -> {
                    require(value >= 0 && value < code[step + 1]);
                    step = code[step + 2 + (int) value];
                }
                case FLAG -> {
                    values[base + code[step + 1]] = bytes[at++] == 1 ? 1 : 0;
                    step += 2;
                }
                case JUMP -> step = code[step + 1];
                case LIST -> {
                    at = list(step, at, base);
                    values = row.values();
                    step = code[step + 3];
                }
                case CONSTANT -> {
                    values[base + code[step + 1]] = code[step + 2];
                    step += 3;
                }
                case SKIP -> {
                    require(code[step + 1] <= bytes.length - at);
                    at += code[step + 1];
                    step += 2;
                }
                case END -> {
                    return at;
                }
                default -> throw new IllegalArgumentException("a branch that is not ours");
            }
        }
    }

    private int list(int step, int begin, int base) {
        int places = steps[step + 2];
        int first = row.filled();
        int count = 0;
        int at = begin;
        for (long block = signed(at); block != 0; block = signed(at)) {
            at = behind;
            if (block < 0) {
                block = -block;
                require(signed(at) >= 0);
                at = behind;
            }
            // Each takes a byte at least, but for what has no fields, of which no message says more than it has bytes.
            require(block > 0 && block <= message.length - count);
            for (int i = 0; i < block; i++) {
                at = run(step + 4, at, places == 0 ? base : row.append(places));
            }
            count += (int) block;
        }
        row.values()[base + steps[step + 1]] = (long) first << Integer.SIZE | count;
        return behind;
    }

    private long signed(int at) {
        long value = number(at, LONGEST_LONG);
        return value >>> 1 ^ -(value & 1);
    }

    /** Seven bits a byte, the lowest first, as long as the eighth is set; of five bytes no more than 32. */
    private long number(int at, int longest) {
        byte[] bytes = message;
        long value = 0;
        int next = at;
        byte last;
        do {
            require(next - at < longest);
            last = bytes[next];
            value |= (long) (last & LOW_BITS) << LOW_BITS_COUNT * (next - at);
            next++;
        } while (last < 0);
        behind = next;
        return longest == LONGEST_INT ? value & INT_BITS : value;
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw new IllegalArgumentException("the bytes are no event of the schema");
        }
    }
}
