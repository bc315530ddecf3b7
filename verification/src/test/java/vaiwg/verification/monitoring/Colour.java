package vaiwg.verification.monitoring;

/**
 * A colour as eyes see it. Contrast is that of the Web Content Accessibility Guidelines 2.1; eyes that see no red or no green are
 * simulated with the matrices of Machado, Oliveira and Fernandes (2009, severity 1.0); distances are those of CIELAB (1976), where
 * about 2 can just be told apart side by side.
 */
record Colour(double red, double green, double blue) {
    enum Eyes {
        ALL_COLOURS(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
        NO_RED(new double[][] {
            {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
        }),
        NO_GREEN(new double[][] {
            {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
        });

        private final double[][] matrix;

        Eyes(double[][] matrix) {
            this.matrix = matrix;
        }
    }

    /** From {@code #rrggbb}, made linear. */
    static Colour of(String hex) {
        return new Colour(linear(hex, 1), linear(hex, 3), linear(hex, 5));
    }

    private static double linear(String hex, int at) {
        double part = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    double distance(Colour other, Eyes eyes) {
        double[] one = seenBy(eyes).lab();
        double[] two = other.seenBy(eyes).lab();
        return Math.sqrt(Math.pow(one[0] - two[0], 2) + Math.pow(one[1] - two[1], 2) + Math.pow(one[2] - two[2], 2));
    }

    private double luminance() {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    private Colour seenBy(Eyes eyes) {
        return new Colour(seen(eyes.matrix[0]), seen(eyes.matrix[1]), seen(eyes.matrix[2]));
    }

    private double seen(double[] row) {
        return Math.min(1, Math.max(0, row[0] * red + row[1] * green + row[2] * blue));
    }

    private double[] lab() {
        double x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
        double y = root(luminance());
        double z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
