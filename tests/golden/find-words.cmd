find --articles '职工之家 -竭诚 工会|妇联' data/articles
