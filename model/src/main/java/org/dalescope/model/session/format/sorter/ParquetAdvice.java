package org.dalescope.model.session.format.sorter;

import java.nio.file.Path;

/** The line of Python that turns a Parquet table into one that Dalescope reads. */
final class ParquetAdvice {
    private ParquetAdvice() {}

    static String line(Path parquet) {
        String csv = parquet.toString().replaceFirst("\\.(pqt|parquet)$", "") + ".csv";
        return "python -c \"import pandas; pandas.read_parquet('" + parquet + "').to_csv('" + csv + "', index=False)\"";
    }
}
