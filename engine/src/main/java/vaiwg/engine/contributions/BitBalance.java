package vaiwg.engine.contributions;

import java.util.List;

/**
 * How much more often each bit came than it went, of delta entries at one place. There can be very many at one place: it takes one pass to
 * count the bits, and one to leave each in as many delta entries as that.
 */
final class BitBalance {
    private final int[] balance;

    private BitBalance(DeltaEntry one) {
        balance = new int[(one.numerator.length + one.denominator.length) * Long.SIZE + Byte.SIZE];
    }

    /** Takes out of delta entries at one place what some add and others take away. */
    static void cancel(List<DeltaEntry> entries) {
        BitBalance balance = new BitBalance(entries.get(0));
        for (DeltaEntry entry : entries) {
            balance.count(entry);
        }
        for (DeltaEntry entry : entries) {
            balance.settle(entry);
        }
    }

    private void count(DeltaEntry entry) {
        int word = 0;
        for (long bits : entry.numerator) {
            count(word++, bits, entry.sign);
        }
        for (long bits : entry.denominator) {
            count(word++, bits, entry.sign);
        }
        count(word, entry.life, entry.sign);
    }

    private void settle(DeltaEntry entry) {
        int words = entry.numerator.length;
        entry.numerator = settle(0, entry.numerator, entry.sign);
        entry.denominator = settle(words, entry.denominator, entry.sign);
        entry.life = (byte) settle(2 * words, entry.life, entry.sign);
    }

    private long[] settle(int word, long[] bits, int sign) {
        long[] kept = new long[bits.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = settle(word + i, bits[i], sign);
        }
        return kept;
    }

    private void count(int word, long bits, int sign) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            balance[word * Long.SIZE + Long.numberOfTrailingZeros(rest)] += sign;
        }
    }

    /** The bits whose balance is of the sign, which then are in it no more. */
    private long settle(int word, long bits, int sign) {
        long kept = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            int bit = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
            if (balance[bit] * sign > 0) {
                balance[bit] -= sign;
                kept |= Long.lowestOneBit(rest);
            }
        }
        return kept;
    }
}
