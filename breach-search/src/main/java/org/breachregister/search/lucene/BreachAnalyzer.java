package org.breachregister.search.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

import java.io.Reader;
import java.util.regex.Pattern;

/// English as breach reports write it. Beyond stems, stop words, possessives and accents it makes
/// one of `prerelease` and `pre-release`, of `e-mail` and `email`, and of `09:30am` and `9.30 am`.
final class BreachAnalyzer extends Analyzer {

    private static final Pattern PRERELEASE = Pattern.compile("(?i)\\bprerelease");
    private static final Pattern E_MAIL = Pattern.compile("(?i)\\be-mail");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("(?i)\\b0?(\\d{1,2})[.:](\\d\\d)[ ]?([ap])\\.?m\\b");
    private static final Pattern TIME = Pattern.compile("\\b0?(\\d{1,2}):(\\d\\d)\\b");

    @Override
    protected Reader initReader(String field, Reader text) {
        var reader = text;
        reader = new PatternReplaceCharFilter(PRERELEASE, "pre-release", reader);
        reader = new PatternReplaceCharFilter(E_MAIL, "email", reader);
        reader = new PatternReplaceCharFilter(TIME_OF_DAY, "$1.$2 $3m", reader);
        return new PatternReplaceCharFilter(TIME, "$1.$2", reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream stems = new EnglishPossessiveFilter(words);
        stems = normalize(field, stems);
        stems = new StopFilter(stems, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(words, new PorterStemFilter(stems));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(words));
    }
}
