"""Scikit-learn beside us: reads a job as JSON on standard input, answers as JSON on standard output.

The job gives the rows (columns, categories as text), the outcome and which rows are held out, so that both sides learn from and are judged on the
same rows. Times are processor seconds of one thread, reading left out.
"""
import json
import sys
import time

try:
    import numpy
    import sklearn
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
except ImportError:
    print(json.dumps({"missing": "scikit-learn"}))
    sys.exit()

job = json.load(sys.stdin)
won = numpy.array(job["won"])
names = list(job["columns"])
encoded, numbers, categories = [], [], []
for name in names:
    column = job["columns"][name]
    if column["kind"] == "category":
        values = [("" if value is None else value) for value in column["values"]]
        codes = {value: code for code, value in enumerate(sorted(set(values)))}
        categories.append(values)
        # Histogram gradient boosting takes at most 255 categories: the rest is numbered, as its user would.
        encoded.append((numpy.array([codes[value] for value in values], dtype=float), len(codes) <= 255))
    else:
        values = numpy.array([numpy.nan if value is None else value for value in column["values"]], dtype=float)
        numbers.append(values)
        encoded.append((values, False))
trees = numpy.column_stack([values for values, _ in encoded])
is_category = [flag for _, flag in encoded]
one_hot = OneHotEncoder(handle_unknown="ignore").fit_transform(numpy.array(categories, dtype=object).T).toarray() if categories else None
scaled = StandardScaler().fit_transform(numpy.nan_to_num(numpy.array(numbers).T)) if numbers else None
linear = numpy.hstack([part for part in (one_hot, scaled) if part is not None])


def boosting(learn, judge):
    model = HistGradientBoostingClassifier(categorical_features=is_category, random_state=1)
    started = time.process_time()
    model.fit(trees[learn], won[learn])
    took = time.process_time() - started
    return model.predict_proba(trees[judge])[:, 1].tolist(), took


def logistic(learn, judge):
    model = LogisticRegression(max_iter=500)
    started = time.process_time()
    model.fit(linear[learn], won[learn])
    took = time.process_time() - started
    return model.predict_proba(linear[judge])[:, 1].tolist(), took


everyone = numpy.arange(len(won))
held = numpy.array(job["held"])
learned = numpy.setdiff1d(everyone, held)
answer = {"version": sklearn.__version__}
for name, method in (("histogram gradient boosting", boosting), ("logistic regression", logistic)):
    probabilities, seconds = method(learned, held)
    answer[name] = {"heldOut": probabilities, "seconds": seconds}
print(json.dumps(answer))
